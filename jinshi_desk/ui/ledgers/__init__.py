"""本月台账: instructions, commissions, deductions, corrections and what the platforms did."""
