package lectern.sfu.core;

import org.jspecify.annotations.Nullable;

/// Which layer of a track a line should carry: the smallest that fills the height at which it is shown, among those that flow.
final class LayerPolicy {
    // A picture stretched by a quarter looks the same; twice the bits for it don't.
    private static final double ENOUGH = 0.8;
    // All layers of a track come from one camera: one that is this much behind the newest has been switched off.
    static final long BEHIND_NS = 500_000_000;

    private LayerPolicy() {}

    /// The layers are in the order of the offer; null when none flows yet.
    static @Nullable Layer choose(Layer[] layers, int wantedHeight) {
        if (layers.length == 1)
            return layers[0];
        Layer best = null;
        int bestHeight = 0;
        for (Layer layer : layers) {
            int height = heightOf(layers, layer);
            if (flows(layers, layer) && (best == null || better(height, bestHeight, wantedHeight * ENOUGH))) {
                best = layer;
                bestHeight = height;
            }
        }
        return best;
    }

    private static boolean better(int height, int than, double wanted) {
        if (height >= wanted && than >= wanted)
            return height < than;
        return height > than;
    }

    private static boolean flows(Layer[] layers, Layer layer) {
        if (!layer.started())
            return false;
        for (Layer other : layers)
            if (other.started() && other.lastPacketNs() - layer.lastPacketNs() > BEHIND_NS)
                return false;
        return true;
    }

    /// What key frames said; before that, and for codecs whose sizes we don't read, the usual ladder of halves below 720.
    private static int heightOf(Layer[] layers, Layer layer) {
        return layer.height() > 0 ? layer.height() : 720 >> layers.length - 1 - layer.index;
    }
}
