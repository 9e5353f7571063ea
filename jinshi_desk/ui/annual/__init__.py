"""年度考评: the year's points, the lists of names, what other assessments take, the year's notice."""
