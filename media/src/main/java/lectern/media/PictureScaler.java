package lectern.media;

import dev.onvoid.webrtc.media.FourCC;
import dev.onvoid.webrtc.media.video.VideoBufferConverter;
import dev.onvoid.webrtc.media.video.VideoFrameBuffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;

/// Brings frames to the size and form that one viewer wants: scaled first, so that only what is shown gets converted
/// (libyuv does both, about 50 µs for a tile). Called on whatever thread the frame is on, one frame at a time.
final class PictureScaler {
    private static final ByteBuffer NONE = ByteBuffer.allocateDirect(0);

    private final Pictures viewer;
    private ByteBuffer picture = NONE;
    private ByteBuffer turned = NONE;

    PictureScaler(Pictures viewer) {
        this.viewer = viewer;
    }

    /// `rotation`: degrees clockwise that the picture must be turned to stand upright (a phone's camera).
    synchronized void show(VideoFrameBuffer frame, int rotation, long timestampNs) throws Exception {
        int wantedWidth = viewer.wantedWidth();
        int wantedHeight = viewer.wantedHeight();
        if (wantedWidth <= 0 || wantedHeight <= 0)
            return;
        boolean sideways = rotation % 180 != 0;
        var size = Fit.within(frame.getWidth(), frame.getHeight(), sideways ? wantedHeight : wantedWidth,
                sideways ? wantedWidth : wantedHeight);
        picture = sized(picture, size);
        convert(frame, size, picture);
        if (rotation == 0) {
            viewer.picture(picture, size.width(), size.height(), timestampNs);
            return;
        }
        turned = sized(turned, size);
        turn(picture.asIntBuffer(), turned.asIntBuffer(), size.width(), size.height(), rotation);
        if (sideways)
            viewer.picture(turned, size.height(), size.width(), timestampNs);
        else
            viewer.picture(turned, size.width(), size.height(), timestampNs);
    }

    private static void convert(VideoFrameBuffer frame, Fit size, ByteBuffer into) throws Exception {
        if (size.width() == frame.getWidth() && size.height() == frame.getHeight()) {
            VideoBufferConverter.convertFromI420(frame, into, FourCC.ARGB); // "ARGB" is a little-endian word: B, G, R, A
            return;
        }
        var scaled = frame.cropAndScale(0, 0, frame.getWidth(), frame.getHeight(), size.width(), size.height());
        try {
            VideoBufferConverter.convertFromI420(scaled, into, FourCC.ARGB);
        } finally {
            scaled.release();
        }
    }

    private static ByteBuffer sized(ByteBuffer buffer, Fit size) {
        int bytes = size.width() * size.height() * 4;
        return buffer.capacity() == bytes
                ? buffer.clear()
                : ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    /// Turns `from` (width x height pixels) clockwise into `to`.
    static void turn(IntBuffer from, IntBuffer to, int width, int height, int rotation) {
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int target = switch (rotation) {
                    case 90 -> x * height + height - 1 - y;
                    case 180 -> (height - 1 - y) * width + width - 1 - x;
                    case 270 -> (width - 1 - x) * height + y;
                    default -> y * width + x;
                };
                to.put(target, from.get(y * width + x));
            }
        }
    }
}
