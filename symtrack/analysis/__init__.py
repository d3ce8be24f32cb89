"""What can be computed from a series: functions of arrays, each of which can be read by itself."""
