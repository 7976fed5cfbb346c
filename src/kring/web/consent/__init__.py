"""Agreement with help: who must answer by age, who answered, and the own answer in plain words."""
