"""The content rules of iJw and iWmo 3.2 for the four messages that Kring reads, by official code."""
