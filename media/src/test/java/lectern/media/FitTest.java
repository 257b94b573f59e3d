package lectern.media;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

class FitTest {
    @Test
    void keepsProportionsInsideTheBox() {
        assertEquals(new Fit(320, 180), Fit.within(1280, 720, 320, 320));
        assertEquals(new Fit(240, 180), Fit.within(640, 480, 320, 180));
        assertEquals(new Fit(1920, 1080), Fit.within(3840, 2160, 1920, 1080));
    }

    @Test
    void neverEnlargesAndStaysEven() {
        assertEquals(new Fit(321, 181), Fit.within(321, 181, 4000, 4000));
        assertEquals(new Fit(2, 2), Fit.within(1000, 1000, 1, 1));
        assertEquals(new Fit(100, 56), Fit.within(1280, 720, 101, 101));
    }
}
