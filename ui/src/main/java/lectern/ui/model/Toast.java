package lectern.ui.model;

import lectern.resources.Phrase;
import org.jspecify.annotations.Nullable;

/// A short notice that comes and goes by itself and never takes the focus.
///
/// @param action what one may do about it, in a button; null when there is nothing to do
public record Toast(Kind kind, Phrase text, @Nullable Action action) {
    public enum Kind { INFO, SUCCESS, WARNING }

    public record Action(Phrase label, Runnable run) {}

    public Toast(Kind kind, Phrase text) { this(kind, text, null); }
}
