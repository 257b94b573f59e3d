package lectern.ui.model;

import lectern.resources.Phrase;

/// A short notice that comes and goes by itself and never takes the focus.
public record Toast(Kind kind, Phrase text) {
    public enum Kind { INFO, SUCCESS, WARNING }
}
