"""The vocabulary: frozen values that every part of Cortège speaks in. Imports nothing of ours."""
