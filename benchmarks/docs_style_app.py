"""The same map made the way the documentation of folium and streamlit-folium shows it.

On every run it reads the full CBS boundaries with geopandas and draws them with ``folium.GeoJson``. Addresses and
colours are those of the dashboard, so that only the way of drawing differs. The boundaries are not part of this
repository: their path comes in the environment variable ``BOUNDARIES``.
"""

import os
from datetime import date

import folium
import geopandas as gpd
import streamlit as st
from streamlit_folium import st_folium

from coverage.analysis.status import status_at
from coverage.dataset import current
from coverage.vocabulary import STATUS_STYLE, Status

MOMENTS = {"medio 2011": date(2011, 6, 30), "medio 2013": date(2013, 7, 1), "vandaag": date.today()}

st.title("Waar kan een sekswerker die wil stoppen terecht?")
moment = st.pills("Peildatum", list(MOMENTS), default="vandaag")
report = status_at(current(), MOMENTS[moment or "vandaag"])
status = {row.code: row.status for row in report.rows}

gdf = gpd.read_file(os.environ["BOUNDARIES"]).to_crs(4326)
gdf["status"] = [status.get(code, Status.UNKNOWN).label() for code in gdf["statcode"]]
gdf["fill"] = [STATUS_STYLE[status.get(code, Status.UNKNOWN)].fill for code in gdf["statcode"]]

base = folium.Map(location=[52.2, 5.3], zoom_start=7)
folium.GeoJson(
    gdf,
    style_function=lambda feature: {"fillColor": feature["properties"]["fill"], "weight": 0.5, "fillOpacity": 0.8},
    tooltip=folium.GeoJsonTooltip(["statnaam", "status"]),
).add_to(base)
st_folium(base, use_container_width=True, height=600)
