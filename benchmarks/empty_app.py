"""The least that Streamlit can show: one heading. Everything slower than this is our own doing."""

import streamlit as st

st.title("Leeg")
