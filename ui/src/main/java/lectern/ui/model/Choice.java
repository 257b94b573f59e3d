package lectern.ui.model;

/// One device of a menu. `id` is whatever the program needs to find it again.
public record Choice(String id, String label) {
    @Override
    public String toString() { return label; }
}
