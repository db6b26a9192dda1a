package org.escale.rest.box;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.escale.access.Box;
import org.escale.access.BoxPlan;
import org.escale.access.BoxReport;
import org.escale.access.LineSamples;
import org.escale.client.Pseudonym;
import org.escale.federation.SpaceId;
import org.escale.rest.call.MoneyView;
import org.escale.rest.call.Need;
import org.escale.service.Boxes;

/** What is said of boxes, and asked for. */
final class BoxViews {
  private static final int MOST_NETWORKS = 8;
  private static final int MOST_OPEN = 500;
  private static final int KILO = 1000;

  private BoxViews() {}

  /** One network in the air. */
  public record NetworkOrder(
      Optional<String> ssid,
      Optional<Boolean> personalKeys,
      Optional<String> device,
      Optional<Integer> channel) {
    BoxPlan.Network network() {
      return new BoxPlan.Network(
          Need.text("networks", ssid, 64),
          personalKeys.orElse(false),
          Need.text("networks", device, 16),
          Need.present("networks", channel));
    }
  }

  /** Where the hub is, as the box reaches it. */
  public record HubOrder(
      Optional<String> address,
      Optional<String> radius,
      Optional<Integer> port,
      Optional<String> portal) {
    BoxPlan.Hub hub() {
      return new BoxPlan.Hub(
          Need.text("hub", address, 200),
          Need.text("hub", radius, 253),
          port.orElse(2083),
          Need.text("hub", portal, 400));
    }
  }

  /** A box to be expected. */
  public record BoxOrder(
      Optional<String> centreId,
      Optional<String> uplink,
      Optional<List<NetworkOrder>> networks,
      Optional<HubOrder> hub,
      Optional<List<String>> open,
      Optional<Integer> ceded) {
    BoxPlan plan() {
      var all = Need.present("networks", networks);
      Need.check("networks", !all.isEmpty() && all.size() <= MOST_NETWORKS);
      var companies = open.orElse(List.of());
      Need.check("open", companies.size() <= MOST_OPEN);
      int places = ceded.orElse(0);
      Need.check("ceded", places >= 0 && places <= BoxPlan.MOST_CEDED);
      return new BoxPlan(
          Need.text("uplink", uplink, 16),
          all.stream().map(NetworkOrder::network).toList(),
          Need.present("hub", hub).hub(),
          companies.stream()
              .map(c -> Need.read("open", c, Pseudonym::new))
              .collect(Collectors.toSet()),
          places);
    }
  }

  /** How many desks a box is to have, 0 to 500. */
  public record CededOrder(Optional<Integer> ceded) {}

  /** What a centre cedes to its boxes. */
  public record CededView(
      String centreId, Map<String, Integer> boxes, List<String> desks, Optional<Instant> cutSince) {
    static CededView of(Boxes.Ceded ceded) {
      return new CededView(
          ceded.centre().value(),
          ceded.boxes(),
          ceded.desks().stream().map(SpaceId::value).toList(),
          ceded.cutSince());
    }
  }

  /** A token, shown once: as a file, and as the text of a QR code. */
  public record TicketView(
      String gatewayId, String centreId, String token, Instant until, String file, String qr) {
    static TicketView of(Boxes.Ticket ticket, String hub) {
      var file =
          "escale-enrolment 1\nhub %s\ncentre %s\nbox %s\nuntil %s\ntoken %s\nhubkey %s\n"
              .formatted(
                  hub,
                  ticket.centre(),
                  ticket.box(),
                  ticket.until(),
                  ticket.text(),
                  ticket.hubPrint());
      var qr =
          "escale-box:?hub="
              + URLEncoder.encode(hub, StandardCharsets.UTF_8)
              + "&token="
              + ticket.text()
              + "&hubkey="
              + ticket.hubPrint();
      return new TicketView(
          ticket.box().value(), ticket.centre().value(), ticket.text(), ticket.until(), file, qr);
    }
  }

  /** What a line carried, in kbit/s. */
  public record SampleView(Instant at, long downKbps, long upKbps) {
    static SampleView of(LineSamples.Sample sample) {
      return new SampleView(sample.at(), sample.downKbps(), sample.upKbps());
    }
  }

  /** A sample as a box tells it. */
  public record SampleBody(Optional<String> at, Optional<Long> downKbps, Optional<Long> upKbps) {
    LineSamples.Sample sample() {
      return new LineSamples.Sample(
          Need.instant("line", Need.present("line", at)),
          Need.present("line", downKbps),
          Need.present("line", upKbps));
    }
  }

  /**
   * A box and its last sign of life.
   *
   * @param bitsPerSecond towards the box, of the newest sample; 0 without any
   * @param line what its line carried, the oldest first, up to 28
   * @param heldCredit of credits, held back while it is cut off
   * @param heldBudgets of so many people's budgets something is held back
   */
  public record BoxView(
      String gatewayId,
      String centreId,
      String state,
      String uplink,
      List<String> ssids,
      Set<String> open,
      int ceded,
      Instant until,
      Optional<Instant> heard,
      String applied,
      boolean well,
      String text,
      long bitsPerSecond,
      List<SampleView> line,
      MoneyView heldCredit,
      int heldBudgets) {
    static BoxView of(
        Box box, Optional<BoxReport> report, Optional<LineSamples> line, Boxes.Held held) {
      return new BoxView(
          box.id().value(),
          box.centre().value(),
          box.state().name(),
          box.plan().uplink(),
          box.plan().networks().stream().map(BoxPlan.Network::ssid).toList(),
          box.plan().open().stream().map(Pseudonym::value).collect(Collectors.toSet()),
          box.plan().ceded(),
          box.until(),
          report.map(BoxReport::heard),
          report.map(BoxReport::applied).orElse(""),
          report.filter(BoxReport::well).isPresent(),
          report.map(BoxReport::text).orElse(""),
          line.flatMap(LineSamples::last).map(last -> last.downKbps() * KILO).orElse(0L),
          line.map(LineSamples::samples).orElse(List.of()).stream().map(SampleView::of).toList(),
          MoneyView.of(held.credit()),
          held.budgets());
    }
  }

  /** For whom the hub's keys are. */
  public record HubKeysOrder(Optional<String> host) {}

  /** The files of a folder that a gateway's {@code tls-keys} names; shown once. */
  public record HubKeysView(String hubPem, String hubKey, String boxesPem) {}

  /** A box that comes with its token. */
  public record EnrolOrder(Optional<String> token, Optional<String> publicKey) {}

  /** What it learns. */
  public record EnrolledView(
      String gatewayId, String centreId, String hubKey, String certificate, String authority) {}

  /**
   * Words of a box.
   *
   * @param at by its clock
   * @param body a JSON text, signed as it stands
   */
  public record SignedOrder(
      Optional<String> at, Optional<String> body, Optional<String> signature) {}

  /**
   * A sign of life.
   *
   * @param bitsPerSecond of agents that measured nothing, always 0; not looked at
   */
  public record BeatBody(
      Optional<String> applied,
      Optional<Boolean> well,
      Optional<String> text,
      Optional<Long> bitsPerSecond,
      Optional<SampleBody> line) {
    Boxes.Beat beat() {
      return new Boxes.Beat(
          applied.orElse(""), well.orElse(false), text.orElse(""), line.map(SampleBody::sample));
    }
  }

  /** What a box saw. */
  public record SeenBody(
      Optional<Long> sequence,
      Optional<String> kind,
      Optional<String> grant,
      Optional<String> at,
      Optional<String> place) {
    Boxes.Seen seen() {
      return new Boxes.Seen(
          Need.present("sequence", sequence),
          Need.text("kind", kind, 16),
          Need.text("grant", grant, 96),
          Need.instant("at", Need.present("at", at)),
          place.orElse(""));
    }
  }

  /** Up to which number all is kept. */
  public record KeptView(long sequence) {}
}
