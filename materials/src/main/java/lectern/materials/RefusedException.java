package lectern.materials;

/// Ends the reading of a file in the child; becomes the answer.
final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    final Refusal why;

    RefusedException(Refusal why, String detail) {
        super(detail);
        this.why = why;
    }
}
