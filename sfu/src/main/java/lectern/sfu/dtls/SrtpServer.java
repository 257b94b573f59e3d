package lectern.sfu.dtls;

import java.io.IOException;
import java.util.Hashtable;
import java.util.List;
import java.util.Vector;
import lectern.sfu.srtp.SrtpProfile;
import org.bouncycastle.tls.Certificate;
import org.bouncycastle.tls.CertificateRequest;
import org.bouncycastle.tls.CipherSuite;
import org.bouncycastle.tls.ClientCertificateType;
import org.bouncycastle.tls.DefaultTlsServer;
import org.bouncycastle.tls.HashAlgorithm;
import org.bouncycastle.tls.NamedGroup;
import org.bouncycastle.tls.ProtocolVersion;
import org.bouncycastle.tls.SignatureAlgorithm;
import org.bouncycastle.tls.SignatureAndHashAlgorithm;
import org.bouncycastle.tls.TlsCredentialedSigner;
import org.bouncycastle.tls.TlsExtensionsUtils;
import org.bouncycastle.tls.TlsSRTPUtils;
import org.bouncycastle.tls.UseSRTPData;

/// The server's half: prefers AES-GCM, which browsers list last, and asks for the client's certificate.
final class SrtpServer extends DefaultTlsServer {
    private final DtlsIdentity identity;
    private final SrtpKeying keying;

    SrtpServer(DtlsIdentity identity, SrtpKeying keying) {
        super(identity.crypto());
        this.identity = identity;
        this.keying = keying;
    }

    @Override
    protected ProtocolVersion[] getSupportedVersions() { return ProtocolVersion.DTLSv12.only(); }

    /// Only what an ECDSA certificate can sign: any other suite, once chosen, ends in an internal error.
    @Override
    protected int[] getSupportedCipherSuites() {
        return new int[]{ CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256,
                CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384,
                CipherSuite.TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256,
                CipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA};
    }

    @Override
    public int[] getSupportedGroups() {
        return new int[]{ NamedGroup.x25519, NamedGroup.secp256r1, NamedGroup.secp384r1};
    }

    @Override
    protected TlsCredentialedSigner getECDSASignerCredentials() throws IOException {
        return identity.credentials(context);
    }

    @Override
    public CertificateRequest getCertificateRequest() {
        var algorithms = List.of(algorithm(HashAlgorithm.sha256, SignatureAlgorithm.ecdsa),
                algorithm(HashAlgorithm.sha384, SignatureAlgorithm.ecdsa),
                algorithm(HashAlgorithm.sha256, SignatureAlgorithm.rsa));
        return new CertificateRequest(new short[]{ ClientCertificateType.ecdsa_sign, ClientCertificateType.rsa_sign},
                new Vector<>(algorithms), null);
    }

    private static SignatureAndHashAlgorithm algorithm(short hash, short signature) {
        return SignatureAndHashAlgorithm.getInstance(hash, signature);
    }

    @Override
    public void notifyClientCertificate(Certificate chain) throws IOException {
        keying.checkCertificate(chain);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void processClientExtensions(Hashtable extensions) throws IOException {
        super.processClientExtensions(extensions);
        UseSRTPData offered = TlsSRTPUtils.getUseSRTPExtension(extensions);
        if (offered != null)
            keying.choose(SrtpProfile.values(), offered.getProtectionProfiles());
    }

    @Override
    @SuppressWarnings({ "rawtypes", "unchecked"})
    public Hashtable getServerExtensions() throws IOException {
        Hashtable extensions = TlsExtensionsUtils.ensureExtensionsInitialised(super.getServerExtensions());
        TlsSRTPUtils.addUseSRTPExtension(extensions, new UseSRTPData(new int[]{ keying.profile().id()}, new byte[0]));
        return extensions;
    }

    @Override
    public void notifyHandshakeComplete() throws IOException {
        super.notifyHandshakeComplete();
        keying.export(context);
    }

    @Override
    public int getHandshakeTimeoutMillis() { return keying.timeoutMs(); }

    @Override
    public int getHandshakeResendTimeMillis() { return SrtpKeying.RESEND_MS; }
}
