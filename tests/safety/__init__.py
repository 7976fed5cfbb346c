"""Safety round the family Nowak: what is agreed, weighed, scored and said in confidence, and who reads none of it."""
