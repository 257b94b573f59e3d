package lectern.sfu.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class AudioMeterTest {
    @Test
    void onlyChangesThatOneSeesAreTold() {
        var meter = new AudioMeter();
        assertEquals(-1, meter.read());
        meter.onPacket(60);
        meter.onPacket(30);
        meter.onPacket(50);
        assertEquals(30, meter.read());
        meter.onPacket(31);
        assertEquals(-1, meter.read());
        meter.onPacket(40);
        assertEquals(40, meter.read());
        assertEquals(AudioMeter.SILENT, meter.read());
        assertEquals(-1, meter.read());
    }
}
