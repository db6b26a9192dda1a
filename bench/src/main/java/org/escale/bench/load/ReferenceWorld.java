package org.escale.bench.load;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.escale.caller.Account;
import org.escale.caller.AccountId;
import org.escale.caller.Role;
import org.escale.caller.Standing;
import org.escale.caller.Token;
import org.escale.client.Company;
import org.escale.client.CompanyId;
import org.escale.client.Member;
import org.escale.client.MemberId;
import org.escale.client.Pseudonym;
import org.escale.federation.Affiliation;
import org.escale.federation.AffiliationId;
import org.escale.federation.Centre;
import org.escale.federation.CentreId;
import org.escale.federation.CentreProfile;
import org.escale.federation.NetworkId;
import org.escale.federation.OpeningHours;
import org.escale.federation.Position;
import org.escale.federation.Site;
import org.escale.federation.SiteId;
import org.escale.federation.Space;
import org.escale.federation.SpaceId;
import org.escale.federation.SpaceKind;
import org.escale.federation.TruthMode;
import org.escale.terms.RuleRef;
import org.escale.terms.Terms.Sealed;
import org.escale.terms.TermsId;
import org.escale.word.Word;

/**
 * Thirty centres, 5,000 m2, 800 desks, 80 rooms and 10,000 members, so many times over, from a seed
 * number. One company has 10,000 members; the first has an account whose token is {@link #SECRET}.
 */
record ReferenceWorld(String network, int times) {
  /** The token of the first company's system. */
  static final String SECRET = "reference-load-reference-load-reference-load".substring(0, 43);

  private static final int CENTRES = 30;
  private static final int MEMBERS = 10_000;
  private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

  /** Every word of it. */
  Stream<Word> words() {
    var random = new Random(2013);
    var centres = IntStream.range(0, CENTRES * times).boxed().flatMap(n -> centre(n, random));
    var clients = IntStream.range(0, times).boxed().flatMap(this::client);
    return Stream.concat(centres, clients);
  }

  /** A member of the first company. */
  static String member(int n) {
    return "m-0-" + n;
  }

  private Stream<Word> centre(int n, Random random) {
    var id = "c-" + n;
    var centre = new CentreId(id);
    var position = new Position(49.6 + random.nextDouble() * 1.8, 2.7 + random.nextDouble() * 3.5);
    var profile = new CentreProfile(40, 167, 27, 3, Set.of(), true, 100, true);
    var home = Optional.of(new NetworkId(network));
    var sealed =
        new Sealed(
            new RuleRef(network + "/affiliation/1"), new TermsId(network + ".affiliation.1"));
    var place =
        Stream.<Word>of(
            new Site(new SiteId(id), id, id, "Wallonia", position),
            new Centre(
                centre,
                new SiteId(id),
                id,
                "classic",
                home,
                OpeningHours.always(BRUSSELS),
                profile,
                true),
            new Affiliation(
                new AffiliationId(network + "." + id),
                centre,
                home.get(),
                Affiliation.State.ACTIVE,
                sealed,
                List.of(),
                List.of(),
                "",
                Optional.empty(),
                Optional.of(Instant.EPOCH),
                Optional.empty()));
    var desks = IntStream.range(0, share(800, n)).mapToObj(d -> space(id, "d" + d, SpaceKind.DESK));
    var rooms = IntStream.range(0, share(80, n)).mapToObj(r -> space(id, "r" + r, SpaceKind.ROOM));
    return Stream.concat(place, Stream.concat(desks, rooms));
  }

  /** The {@code n}-th centre's part of {@code all}, so that thirty have exactly all of them. */
  private static int share(int all, int n) {
    int turn = n % CENTRES;
    return all * (turn + 1) / CENTRES - all * turn / CENTRES;
  }

  private static Word space(String centre, String name, SpaceKind kind) {
    return new Space(
        new SpaceId(centre + "-" + name),
        new CentreId(centre),
        name,
        kind,
        kind == SpaceKind.ROOM ? 8 : 1,
        Map.of(),
        Set.of(),
        TruthMode.FEDERATION);
  }

  private Stream<Word> client(int n) {
    var company = new CompanyId("f-" + n);
    var pseudonym = new Pseudonym("fp-" + n);
    var words =
        Stream.<Word>of(
            new Company(
                company,
                pseudonym,
                "Company " + n,
                "",
                "fr",
                Optional.empty(),
                Optional.of(new NetworkId(network)),
                Company.Standing.GOOD,
                false,
                false));
    var members =
        IntStream.range(0, MEMBERS)
            .mapToObj(
                m ->
                    new Member(
                        new MemberId("m-" + n + "-" + m),
                        new Pseudonym("p-" + n + "-" + m),
                        company,
                        pseudonym,
                        "Member " + m,
                        "",
                        "",
                        "fr",
                        true));
    var all = Stream.concat(words, members);
    return n == 0 ? Stream.concat(all, account(company, pseudonym)) : all;
  }

  private static Stream<Word> account(CompanyId company, Pseudonym pseudonym) {
    var standing =
        new Standing(
            Optional.empty(),
            Optional.empty(),
            Optional.of(company),
            Optional.of(pseudonym),
            Optional.empty(),
            Optional.empty());
    var name = new AccountId("reference-load");
    var now = Instant.now();
    return Stream.of(
        new Account(name, "", Set.of(Role.INTEGRATOR), standing, Locale.ENGLISH, true),
        new Token(
            new Token.Hash(hash()),
            name,
            "reference",
            Set.of(),
            now,
            now.plus(Duration.ofDays(7)),
            false));
  }

  private static String hash() {
    try {
      var sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(sha.digest(SECRET.getBytes(java.nio.charset.StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
