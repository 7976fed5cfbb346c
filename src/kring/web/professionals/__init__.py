"""Who is who round a family: every professional, and writing down those who do not work with Kring."""
