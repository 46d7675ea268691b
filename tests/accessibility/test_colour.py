"""The helper that sees colours as readers do gives the published values."""

from __future__ import annotations

import pytest
from colour import SIGHT, ciede2000, contrast, distance, linear, seen

# Pairs of Sharma, Wu and Dalal (2005), table 1: near grey, across blue, on opposite hues, and far apart.
PUBLISHED = [
    ((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485), 2.0425),
    ((50.0, -1.3802, -84.2814), (50.0, 0.0, -82.7485), 1.0),
    ((50.0, 2.5, 0.0), (58.0, 24.0, 15.0), 19.4535),
    ((50.0, 2.5, 0.0), (73.0, 25.0, -18.0), 27.1492),
    ((50.0, 2.5, 0.0), (61.0, -5.0, 29.0), 22.8977),
    ((50.0, 2.5, 0.0), (56.0, -27.0, -3.0), 31.9030),
    ((2.0776, 0.0795, -1.1350), (0.9033, -0.0636, -0.5514), 0.9082),
]


@pytest.mark.parametrize(("one", "other", "expected"), PUBLISHED)
def test_the_published_distances(one, other, expected):
    assert ciede2000(one, other) == pytest.approx(expected, abs=1e-4)
    assert ciede2000(other, one) == pytest.approx(expected, abs=1e-4)


def test_contrast_as_wcag_has_it():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)  # the lightest grey that passes 4.5:1
    assert contrast("#0b5570", "#0b5570") == 1


@pytest.mark.parametrize("sight", SIGHT)
def test_everyone_sees_greys_alike(sight):
    for grey in ("#000000", "#808080", "#ffffff"):
        assert seen(linear(grey), sight) == pytest.approx(linear(grey), abs=1e-3)


def test_who_confuses_what():
    red, green = "#c0504d", "#7f9b3f"
    assert distance(red, green) > 40
    assert distance(red, green, "deuteranopia") < 20
    assert distance(red, green, "tritanopia") > 40
    assert distance("#00558c", "#7a3b69", "achromatopsia") < 1  # of one lightness
