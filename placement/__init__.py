"""The workload placement service: latency from the front ends, kept and shown."""
