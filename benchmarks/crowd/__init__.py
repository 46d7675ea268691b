"""A crowd of readers, who speak the websocket protocol of Streamlit's own page. See benchmarks/crowd/README.md."""
