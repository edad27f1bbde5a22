"""Writing catalogues for translators. Reading them is `language.catalogue`."""
