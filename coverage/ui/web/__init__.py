"""The web server around Streamlit: files, headers, language, slides and health."""
