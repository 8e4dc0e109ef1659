"""Settings, feeds.yaml and regions.yaml: read once, checked as a whole.

Comes in: the environment, ``.env`` and YAML files. Goes out: frozen values. What can fail
is a ConfigError (several at once: ConfigErrors), which names the setting or file and line.
"""
