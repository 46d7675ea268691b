"""Colours as readers see them: contrast, colour blindness and distance. For tests only; no library is needed for it.

Sources:

- contrast and relative luminance: WCAG 2.2, definitions of "contrast ratio" and "relative luminance";
- sRGB to CIELAB: IEC 61966-2-1, white point D65 of two degrees;
- colour blindness: G. Machado, M. Oliveira and L. Fernandes, "A Physiologically-based Model for Simulation of Color
  Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics 15(6), 2009, doi 10.1109/TVCG.2009.113;
  the published matrices at severity 1.0, for linear sRGB;
- no colour at all (achromatopsia): the relative luminance in all three channels;
- distance: CIEDE2000 as in G. Sharma, W. Wu and E. Dalal, "The CIEDE2000 Color-Difference Formula", Color Research and
  Application 30(1), 2005, whose published pairs are tested.
"""

from __future__ import annotations

from math import atan2, cos, degrees, exp, hypot, radians, sin, sqrt

Triple = tuple[float, float, float]
Matrix = tuple[Triple, Triple, Triple]

LUMINANCE: Triple = (0.2126, 0.7152, 0.0722)
SIGHT: dict[str, Matrix] = {
    "no deficiency": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
    "achromatopsia": (LUMINANCE, LUMINANCE, LUMINANCE),
}
TO_XYZ: Matrix = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
WHITE: Triple = (0.95047, 1.0, 1.08883)


def linear(colour: str) -> Triple:
    """Linear sRGB from 0 to 1 of ``#rrggbb``."""
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in parts)
    return red, green, blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, from 1 to 21."""
    low, high = sorted(_dot(LUMINANCE, linear(c)) for c in (one, other))
    return (high + 0.05) / (low + 0.05)


def distance(one: str, other: str, sight: str = "no deficiency") -> float:
    """CIEDE2000 between two colours for a reader with this sight (a key of :data:`SIGHT`)."""
    return ciede2000(*(_lab(seen(linear(c), sight)) for c in (one, other)))


def seen(colour: Triple, sight: str) -> Triple:
    """A linear colour as a reader with this sight sees it, within what a screen can show."""
    return _times(SIGHT[sight], colour, low=0.0, high=1.0)


def ciede2000(one: Triple, other: Triple) -> float:
    """Distance of two colours in CIELAB; the names are those of the paper."""
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean7 = ((hypot(a1, b1) + hypot(a2, b2)) / 2) ** 7
    g = 0.5 * (1 - sqrt(mean7 / (mean7 + 25**7)))
    a1, a2 = (1 + g) * a1, (1 + g) * a2
    c1, c2 = hypot(a1, b1), hypot(a2, b2)
    h1, h2 = degrees(atan2(b1, a1)) % 360, degrees(atan2(b2, a2)) % 360
    gap = 0.0 if c1 * c2 == 0 else (h2 - h1 + 180) % 360 - 180
    mean_l, mean_c = (l1 + l2) / 2, (c1 + c2) / 2
    mean_h = h1 + h2 if c1 * c2 == 0 else (h1 + h2) / 2 + (180 if abs(h1 - h2) > 180 else 0)
    t = (
        1
        - 0.17 * cos(radians(mean_h - 30))
        + 0.24 * cos(radians(2 * mean_h))
        + 0.32 * cos(radians(3 * mean_h + 6))
        - 0.20 * cos(radians(4 * mean_h - 63))
    )
    lightness = (l2 - l1) / (1 + 0.015 * (mean_l - 50) ** 2 / sqrt(20 + (mean_l - 50) ** 2))
    chroma = (c2 - c1) / (1 + 0.045 * mean_c)
    hue = 2 * sqrt(c1 * c2) * sin(radians(gap / 2)) / (1 + 0.015 * mean_c * t)
    turn = 60 * exp(-((((mean_h % 360) - 275) / 25) ** 2))
    rotation = -2 * sqrt(mean_c**7 / (mean_c**7 + 25**7)) * sin(radians(turn))
    return sqrt(lightness**2 + chroma**2 + hue**2 + rotation * chroma * hue)


def mixed(over: str, under: str, share: float) -> str:
    """A colour that covers another with this opacity, as a browser mixes them."""
    parts = (round(int(over[i : i + 2], 16) * share + int(under[i : i + 2], 16) * (1 - share)) for i in (1, 3, 5))
    return "#" + "".join(f"{v:02x}" for v in parts)


def _lab(colour: Triple) -> Triple:
    x, y, z = (v / w for v, w in zip(_times(TO_XYZ, colour), WHITE, strict=True))
    fx, fy, fz = (v ** (1 / 3) if v > 216 / 24389 else (24389 / 27 * v + 16) / 116 for v in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def _times(matrix: Matrix, vector: Triple, low: float = float("-inf"), high: float = float("inf")) -> Triple:
    a, b, c = (min(max(_dot(row, vector), low), high) for row in matrix)
    return a, b, c


def _dot(one: Triple, other: Triple) -> float:
    return sum(x * y for x, y in zip(one, other, strict=True))
