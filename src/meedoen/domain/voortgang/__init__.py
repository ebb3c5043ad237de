"""What the person does on the way: aanbod, hours, PVT, MAP and the end of the Z-route."""
