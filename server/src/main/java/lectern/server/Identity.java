package lectern.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.HexFormat;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/// The server's key and its self-signed certificate: made once, kept, and pinned by the links' fingerprint. Nobody else vouches
/// for it, so a new one means new links.
record Identity(PrivateKey key, X509Certificate certificate) {
    private static final Duration LIFETIME = Duration.ofDays(3_653);
    private static final String KEY = "key.pem";
    private static final String CERTIFICATE = "certificate.pem";

    /// The kept one, or a new one for these names and addresses. One that ran out is replaced.
    static Identity in(Path folder, Collection<String> names, Collection<InetAddress> addresses, Instant now)
            throws IOException {
        Path keyFile = folder.resolve(KEY);
        Path certificateFile = folder.resolve(CERTIFICATE);
        try {
            if (Files.exists(keyFile) && Files.exists(certificateFile)) {
                var kept = new Identity(readKey(keyFile), readCertificate(certificateFile));
                if (kept.certificate.getNotAfter().toInstant().isAfter(now)) return kept;
            }
            Identity made = make(names, addresses, now);
            PrivateFiles.write(keyFile, pem("PRIVATE KEY", made.key.getEncoded()));
            PrivateFiles.write(certificateFile, pem("CERTIFICATE", made.certificate.getEncoded()));
            return made;
        } catch (GeneralSecurityException | IllegalArgumentException | OperatorCreationException e) {
            throw new ServerException("The key or the certificate in " + folder + " can't be used (" + e.getMessage()
                    + "). Put them back from a copy, or delete " + KEY + " and " + CERTIFICATE
                    + " there: a new one is made, and links given out before stop working.", e);
        }
    }

    /// SHA-256 of the certificate, 64 lower-case hex digits.
    String fingerprint() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static Identity make(Collection<String> names, Collection<InetAddress> addresses, Instant now)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        var name = new X500Name("CN=Lectern");
        var builder = new JcaX509v3CertificateBuilder(name, new BigInteger(120, new SecureRandom()).setBit(120),
                Date.from(now.minus(Duration.ofDays(1))), // clocks of others may be behind
                Date.from(now.plus(LIFETIME)), name, pair.getPublic());
        var alternatives = new java.util.ArrayList<GeneralName>();
        for (String dns : names) alternatives.add(new GeneralName(GeneralName.dNSName, dns));
        for (InetAddress address : addresses)
            alternatives.add(new GeneralName(GeneralName.iPAddress, address.getHostAddress().replaceFirst("%.*", "")));
        builder.addExtension(Extension.subjectAlternativeName, false,
                new GeneralNames(alternatives.toArray(GeneralName[]::new)));
        var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate());
        return new Identity(pair.getPrivate(), new JcaX509CertificateConverter().getCertificate(builder.build(signer)));
    }

    private static PrivateKey readKey(Path file) throws IOException, GeneralSecurityException {
        String base64 = Files.readString(file).replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
        return KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
    }

    private static X509Certificate readCertificate(Path file) throws IOException, GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file)));
    }

    private static byte[] pem(String what, byte[] der) {
        String lines = Base64.getMimeEncoder(64, new byte[]{ '\n'}).encodeToString(der);
        return ("-----BEGIN " + what + "-----\n" + lines + "\n-----END " + what + "-----\n")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
