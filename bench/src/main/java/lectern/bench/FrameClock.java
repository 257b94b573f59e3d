package lectern.bench;

import com.sun.javafx.tk.RenderJob;
import com.sun.javafx.tk.Toolkit;
import javafx.scene.Scene;
import lectern.ui.picture.Fx;

/// When a frame has been painted: after the pulse, after the thread that renders it, after its pixels are in the window.
/// JavaFX doesn't tell; but its render thread takes jobs in order, and so does its own thread.
final class FrameClock {
    private long pulseBeganNs;

    /// @param painted is told, on the JavaFX thread, when a pulse's frame began and (by the clock, later) that it is there
    FrameClock(Scene scene, Painted painted) {
        var fx = new Fx();
        scene.addPreLayoutPulseListener(() -> pulseBeganNs = System.nanoTime());
        scene.addPostLayoutPulseListener(() -> {
            long beganNs = pulseBeganNs;
            Runnable done = painted.frame(beganNs);
            // The pulse goes on after this; what is given to the JavaFX thread now runs when its frame has been handed over.
            fx.execute(() -> Toolkit.getToolkit().addRenderJob(new RenderJob(() -> fx.execute(done))));
        });
    }

    interface Painted {
        /// A frame is about to be painted.
        /// @return is run when it is in the window
        Runnable frame(long beganNs);
    }
}
