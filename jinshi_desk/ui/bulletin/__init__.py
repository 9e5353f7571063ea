"""月通报: the month's figures and checks, its sentences, its pages."""
