package lectern.media;

/// What the camera track shows.
public sealed interface CameraChoice {
    /// A real camera, by the name the system gives it.
    record Device(String name) implements CameraChoice {}

    /// A drawn, moving picture. For machines without a camera, simulated participants and tests.
    record TestCard(String label, int width, int height, int framesPerSecond) implements CameraChoice {
        public TestCard {
            if (width < 64 || height < 36 || width > 3840 || height > 2160 || width % 2 != 0 || height % 2 != 0)
                throw new IllegalArgumentException("a test card is 64x36 to 3840x2160, even: " + width + "x" + height);
            if (framesPerSecond < 1 || framesPerSecond > 60)
                throw new IllegalArgumentException("a test card moves 1 to 60 times a second: " + framesPerSecond);
        }
    }

    record None() implements CameraChoice {}
}
