package lectern.whiteboard.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import lectern.protocol.board.Region;
import org.junit.jupiter.api.Test;

class ViewportTest {
    private static final double EXACT = 1e-9;

    @Test
    void zoomKeepsThePlaceUnderThePointer() {
        var view = new Viewport(100, 50, 1, 800, 600);
        double x = view.pageX(300);
        double y = view.pageY(200);
        for (double zoom : new double[]{ 2, 8, 20, 0.5, 0.01, 1}) {
            view = view.zoomedAround(300, 200, zoom);
            assertEquals(x, view.pageX(300), EXACT);
            assertEquals(y, view.pageY(200), EXACT);
        }
        assertEquals(new Viewport(100, 50, 1, 800, 600).x(), view.x(), EXACT);
    }

    @Test
    void zoomStaysBetweenItsEnds() {
        var view = new Viewport(0, 0, 1, 800, 600);
        assertEquals(8, view.zoomedAround(0, 0, 100).zoom());
        assertEquals(0.1, view.zoomedAround(0, 0, 0).zoom());
    }

    @Test
    void pageFitsInTheMiddle() {
        var view = Viewport.fitting(new Region(0, 0, 1600, 900), 840, 600, 20);
        assertEquals(0.5, view.zoom(), EXACT);
        assertEquals(20, view.screenX(0), EXACT);
        assertEquals(820, view.screenX(1600), EXACT);
        assertEquals(300, view.screenY(450), EXACT);
    }

    @Test
    void anotherSizeKeepsTheMiddle() {
        var view = new Viewport(10, 20, 2, 800, 600).resized(400, 900);
        assertEquals(10 + 200, view.pageX(200), EXACT);
        assertEquals(20 + 150, view.pageY(450), EXACT);
    }

    @Test
    void screenAndPageAreInverse() {
        var view = new Viewport(-30, 70, 3, 800, 600);
        assertEquals(123, view.screenX(view.pageX(123)), EXACT);
        assertEquals(45, view.screenY(view.pageY(45)), EXACT);
        assertEquals(new Region(-30, 70, 800 / 3.0, 200), view.region());
    }
}
