package lectern.ui.picture;

/// Lets tests outside this package bring the newest pictures to the screen without waiting for the shared tick.
public final class PicturesTick {
    private PicturesTick() {}

    public static void flip(Pictures pictures) { pictures.flip(); }
}
