package org.escale.gateway.radius;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.escale.gateway.radius.Reading.Kind;
import org.escale.gateway.radius.wire.Code;
import org.escale.gateway.radius.wire.Packet;
import org.escale.gateway.radius.wire.Type;
import org.escale.spi.gateway.GatewayException;
import org.junit.Before;
import org.junit.Test;

/** What CoovaChilli 1.9 sent to this driver, octet by octet, on 2026-11-23. */
public class ChilliTest {
  private static final String SECRET = "b54a3f2f6e2e4b3d66c23598d83a1715";
  private static final String PERSON = "f424d6fc-a5b6-3541-a2d3-189844da7fac";
  private static final String SESSION = "179543272900000001";
  private static final int SIGNATURE = 18;

  private static final String ACCESS_REQUEST =
      "0106010ec9b9040058636eeb9a8f64b0abd90a5c1a0b000038df0805312e39012666343234643666632d6135"
          + "62362d333534312d613264332d3138393834346461376661633c12751f46f447305d644e329617eccc351003"
          + "13006b682f13afe5db7608cf8a110f5b1cda0606000000012c14313739353433323732393030303030303031"
          + "0806c613dd023d0600000013050600000001570a30303030303030311f1346452d37392d37352d44332d4141"
          + "2d41301e1345322d32312d34462d45412d32352d36300406c613dc022009626f782d6365691a270000372a03"
          + "21687474703a2f2f3139382e31392e3232312e313a333939302f6c6f676f666650127bdc88e27726b08f7e74"
          + "2c4d8de01543";

  /** After 2 MB had been fetched. */
  private static final String STOP =
      "0405013ce32e0bcb0835d37552347792b6ac15d11a0b000038df0805312e391a0c000038df0a060000000237"
          + "066b0422ca012666343234643666632d613562362d333534312d613264332d3138393834346461376661632a"
          + "06001fbfcc2b060000e9423406000000003506000000002f06000005953006000003a02e060000013f310600"
          + "0000062806000000022c14313739353433323732393030303030303031194a65312e38396130303065346666"
          + "616362386466366436386430623339623961326438342e38383833363738322d333739612d343638632d6163"
          + "64392d3861373135616533393239660806c613dd023d0600000013050600000001570a30303030303030311f"
          + "1346452d37392d37352d44332d41412d41301e1345322d32312d34462d45412d32352d36300406c613dc0220"
          + "09626f782d636569";

  private static final String ACCOUNTING_ON =
      "04000072d630c8b1b42b4d02f03bbaad73089e581a0b000038df0805312e391a0c000038df0a060000000237"
          + "066b0424972806000000073d06000000131f1330302d30302d30302d30302d30302d30301e1345322d32312d"
          + "34462d45412d32352d36300406c613dc022009626f782d636569";

  private static final String ACCOUNTING_OFF =
      "04060078f0cf367325663ac0076c3bab5702d6541a0b000038df0805312e391a0c000038df0a060000000237"
          + "066b0423833106000000002806000000083d06000000131f1330302d30302d30302d30302d30302d30301e13"
          + "45322d32312d34462d45412d32352d36300406c613dc022009626f782d636569";

  private final Bench bench = new Bench();
  private Here here;

  @Before
  public void open() throws GatewayException {
    here = bench.here("coovachilli", Map.of("secret", SECRET));
    bench.hub.lets(PERSON, "ct4n6-csmut-2g4ep-eff5f", Bench.EIGHT);
  }

  @Test
  public void whoAnswersTheChallengeWithTheKeyIsLetIn() {
    var said = asked(HexFormat.of().parseHex(ACCESS_REQUEST)).orElseThrow();
    assertEquals(Code.ACCESS_ACCEPT, said.code());
    assertEquals(Optional.of(PERSON), said.text(Type.USER_NAME));
    assertEquals(Optional.of(7200L), said.number(Type.SESSION_TIMEOUT));
    assertTrue(said.has(Type.CLASS));
  }

  @Test
  public void anotherKeyIsRefused() {
    bench.hub.lets(PERSON, "ct4n6-csmut-2g4ep-eff5x", Bench.EIGHT);
    var said = asked(HexFormat.of().parseHex(ACCESS_REQUEST)).orElseThrow();
    assertEquals(Code.ACCESS_REJECT, said.code());
  }

  /** It signs each request (Message-Authenticator last), so what is not signed is not its own. */
  @Test
  public void whatIsNotSignedIsNotAnswered() {
    var signed = HexFormat.of().parseHex(ACCESS_REQUEST);
    assertTrue(here.secret().signed(read(signed)));
    var bare = Arrays.copyOf(signed, signed.length - SIGNATURE);
    bare[2] = (byte) (bare.length >> Byte.SIZE);
    bare[3] = (byte) bare.length;
    assertFalse(read(bare).has(Type.MESSAGE_AUTHENTICATOR));
    assertEquals(Optional.empty(), asked(bare));
  }

  /** Its octets are counted from the device's side: input is what the device was sent. */
  @Test
  public void whatADeviceFetchedCameDown() {
    var stop = told(STOP);
    assertEquals(Kind.STOP, stop.kind());
    assertEquals(SESSION, stop.session());
    assertEquals(PERSON, stop.user());
    assertEquals("fe7975d3aaa0", stop.device());
    assertEquals(new Octets(59_714, 2_080_716), stop.octets());
  }

  /** A device of zeros and no session: all who were there are gone. */
  @Test
  public void itsOwnBeginningAndEndAreThoseOfAll() {
    assertEquals(Kind.REBOOT, told(ACCOUNTING_ON).kind());
    assertEquals(Kind.REBOOT, told(ACCOUNTING_OFF).kind());
  }

  private Reading told(String hex) {
    var packet = read(HexFormat.of().parseHex(hex));
    return Reading.of(packet, here).orElseThrow();
  }

  private Optional<Packet> asked(byte[] octets) {
    return new AccessDesk(here).answer(read(octets)).map(ChilliTest::read);
  }

  private static Packet read(byte[] octets) {
    return Packet.read(octets, octets.length).orElseThrow();
  }
}
