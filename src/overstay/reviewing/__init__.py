"""The review in JupyterLab: one candidate at a time, in its context, decided on with one key."""
