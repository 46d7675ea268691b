"""Pictures drawn by themselves, for pages, files and slides: each a figure with its title, legend and source."""
