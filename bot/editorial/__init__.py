"""The editors' side: reads the YAML files in ``bot/content``, reports every fault, and makes ``bot.model.Content``.

``check.check_content`` reports faults, ``load.load_content`` also returns the content, ``scaffold.new_subject``
starts a subject, ``generate`` writes the JSON schemas and the template from the same models.
"""
