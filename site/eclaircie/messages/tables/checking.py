"""What is said where facts are compared with their sources, by `checked`."""

SENTENCES: dict[str, tuple[str, str]] = {
    "file": ("{file}, vérifié le {day}", "{file}, checked on {day}"),
    "doubtful": ("    ↳ à confirmer", "    ↳ to be confirmed"),
    "to_verify": ("  À vérifier : {text}", "  To verify: {text}"),
    "ended": (
        "  Ces faits valaient jusqu'au {day} : corrigez `valable_jusqu_au` dans le fichier.",
        "  These facts held until {day}: correct `valable_jusqu_au` in the file.",
    ),
    "source": ("  Source : {name}, {address}", "  Source: {name}, {address}"),
    "still_right": (
        "Toujours juste ? (o : oui, n : non, p : passer)",
        "Still right? (y: yes, n: no, s: skip)",
    ),
    "confirmed": (
        "Est-ce confirmé maintenant : {keys} ? (o/n)",
        "Is it confirmed now: {keys}? (y/n)",
    ),
    "correct": (
        "  Corrigez {file}, puis relancez la commande pour ce fichier.",
        "  Correct {file}, then run the command again for this file.",
    ),
    "noted": ("{file} : vérifié le {day}.", "{file}: checked on {day}."),
    "done": ("{count} fichier(s) noté(s), {left} laissé(s).", "{count} file(s) noted, {left} left."),
}
