package lectern.app;

import java.nio.ByteBuffer;
import lectern.media.Pictures;
import lectern.ui.picture.PictureSurface;

/// Brings a track's pictures to the place on the screen that shows them.
record SurfacePictures(PictureSurface surface) implements Pictures {
    @Override
    public int wantedWidth() { return surface.wantedWidth(); }

    @Override
    public int wantedHeight() { return surface.wantedHeight(); }

    @Override
    public void picture(ByteBuffer bgra, int width, int height, long timestampNs) {
        surface.picture(bgra, width, height, timestampNs);
    }
}
