"""任务进度: who has sent what, who still owes, and why a figure is what it is."""
