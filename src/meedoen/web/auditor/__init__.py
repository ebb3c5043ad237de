"""Pages of the auditor: who looked at whom, who has which rights."""
