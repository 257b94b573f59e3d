package lectern.ui.picture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;

/// Where one track's pictures meet the screen. A decoder's thread brings pictures with [#picture], best in exactly the
/// wanted size, since scaling in JavaFX's software renderer triples its cost; they are copied to a back buffer, and the
/// shared tick of [Pictures] copies the newest to the image that a tile shows. Nothing is queued: a picture that came
/// too soon replaces the one before it.
public final class PictureSurface {
    /// How a picture of another shape fills its place.
    public enum Fit {
        /// Fill the place, cut what sticks out: faces.
        COVER,
        /// Show all of it, with bars: screens.
        CONTAIN
    }

    private final Object lock = new Object();
    private @Nullable ByteBuffer back; // guarded by lock, as all the back* fields
    private int backWidth, backHeight;
    private boolean dirty;

    private @Nullable PixelBuffer<ByteBuffer> front; // JavaFX thread
    private @Nullable Object place; // JavaFX thread
    private final ReadOnlyObjectWrapper<@Nullable Image> image = new ReadOnlyObjectWrapper<>();
    private volatile long wanted; // width in the upper half, height in the lower: read together
    private volatile Fit fit = Fit.COVER;
    private volatile boolean mirrored;
    private volatile long lastPictureNs = Long.MIN_VALUE;

    PictureSurface() {}

    /// Size of the place on the screen, in physical pixels; 0 while it isn't shown, and then pictures needn't come.
    public int wantedWidth() { return (int) (wanted >>> 32); }

    public int wantedHeight() { return (int) wanted; }

    public Fit fit() { return fit; }

    /// Any one thread at a time. `bgra` holds 4 bytes a pixel in the order B, G, R, A (alpha 255), rows without gaps,
    /// from its position on; it is free again on return. Sizes that can't be are ignored.
    public void picture(ByteBuffer bgra, int width, int height, long timestampNs) {
        if (width <= 0 || height <= 0 || width > 8192 || height > 8192 || bgra.remaining() < width * height * 4) return;
        synchronized (lock) {
            int bytes = width * height * 4;
            if (back == null || backWidth != width || backHeight != height) {
                back = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
                backWidth = width;
                backHeight = height;
            }
            if (mirrored) copyMirrored(bgra, back, width, height);
            else back.put(0, bgra, bgra.position(), bytes);
            dirty = true;
            lastPictureNs = timestampNs;
        }
    }

    /// Forgets the picture: the camera went off, and what was last seen must not come back with the next one.
    public void clear() {
        synchronized (lock) {
            back = null;
            dirty = true;
        }
    }

    /// Time stamp of the newest picture, `Long.MIN_VALUE` before the first.
    public long lastPictureNs() { return lastPictureNs; }

    /// The image to show; null before the first picture. Another one after each change of size.
    public ReadOnlyObjectProperty<@Nullable Image> imageProperty() { return image.getReadOnlyProperty(); }

    /// JavaFX thread: `place` shows this surface from now on, in this size.
    void shownBy(Object place, int width, int height, Fit fit) {
        this.place = place;
        this.fit = fit;
        wanted = (long) width << 32 | height;
    }

    /// JavaFX thread: `place` shows it no more. Does nothing when another place has taken it over meanwhile.
    void leftBy(Object place) {
        if (this.place != place) return;
        this.place = null;
        wanted = 0;
    }

    /// JavaFX thread: left and right change places, as in a mirror; for one's own camera.
    void mirror(boolean on) { mirrored = on; }

    /// JavaFX thread, from the shared tick: brings the newest picture to the image.
    /// @return whether there was a new one
    boolean flip() {
        synchronized (lock) {
            if (!dirty) return false;
            dirty = false;
            var source = back;
            if (source == null) {
                front = null;
                image.set(null);
                return true;
            }
            var pixels = front;
            if (pixels == null || pixels.getWidth() != backWidth || pixels.getHeight() != backHeight) {
                pixels = new PixelBuffer<>(backWidth, backHeight, ByteBuffer.allocateDirect(source.capacity()),
                        PixelFormat.getByteBgraPreInstance());
                pixels.getBuffer().put(0, source, 0, source.capacity());
                front = pixels;
                image.set(new WritableImage(pixels));
                return true;
            }
            pixels.updateBuffer(buffer -> {
                buffer.getBuffer().put(0, source, 0, source.capacity());
                return null; // all of it changed
            });
            return true;
        }
    }

    private static void copyMirrored(ByteBuffer from, ByteBuffer to, int width, int height) {
        var source = from.slice().order(ByteOrder.nativeOrder()).asIntBuffer();
        var target = to.duplicate().order(ByteOrder.nativeOrder()).asIntBuffer();
        var row = new int[width];
        for (int y = 0; y < height; y++) {
            source.get(y * width, row);
            for (int left = 0, right = width - 1; left < right; left++, right--) {
                int pixel = row[left];
                row[left] = row[right];
                row[right] = pixel;
            }
            target.put(y * width, row);
        }
    }
}
