"""Entry point, for both the server and a reader's session: ``streamlit run app.py``."""

import streamlit as st

if __name__ == "__main__":  # Streamlit runs this file once for every reader
    from coverage.ui import shell

    shell.run()
else:  # and the server imports it once
    from coverage.ui import server
    from coverage.ui.web.warm import warm

    app = st.App(__file__, lifespan=warm, routes=server.routes(), middleware=server.middleware())
