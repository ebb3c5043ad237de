"""The time in the AZC: voorinburgering, what COA and the BRP tell beside what we know, the warm handover."""
