package org.escale.core.boxes;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Stream;
import org.escale.access.Box;
import org.escale.access.BoxPlan;
import org.escale.access.InstalledGateway;
import org.escale.caller.Caller;
import org.escale.client.Pseudonym;
import org.escale.core.sessions.AirSettings;
import org.escale.core.snapshot.Snapshots;
import org.escale.federation.CentreId;
import org.escale.libraries.boxfiles.DeviceNetwork;
import org.escale.libraries.boxfiles.DeviceNetwork.Login;
import org.escale.refusal.Outcome;
import org.escale.service.DeviceSetups;
import org.escale.service.Reception;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes for a person's devices by which they join the networks on site. Safe for many threads. */
@Component(service = DeviceSetups.class)
public final class SetupDesk implements DeviceSetups {
  private final Reception reception;
  private final Snapshots snapshots;
  private final DeviceCertificates devices;

  /** Who knows keys, what stands where, and whom devices trust. */
  @Activate
  public SetupDesk(
      @Reference Reception reception,
      @Reference Snapshots snapshots,
      @Reference DeviceCertificates devices) {
    this.reception = reception;
    this.snapshots = snapshots;
    this.devices = devices;
  }

  /** One's own key, and what can be joined by it. */
  private record Held(Login login, List<DeviceNetwork> networks) {}

  @Override
  public Outcome<List<Network>> networks(Caller caller, By by) {
    return held(caller, by)
        .map(held -> held.networks().stream().map(one -> shown(one, held.login())).toList());
  }

  private Outcome<Held> held(Caller caller, By by) {
    if (by instanceof Session session) {
      return reception.key(caller, session.visit()).map(this::held);
    }
    var code = (Code) by;
    return reception
        .lineCode(caller, code.member(), code.centre(), code.day())
        .map(badge -> held(caller, code.centre(), badge));
  }

  private Held held(Reception.Key key) {
    var session = key.session();
    var login = new Login(session.guest().person().value(), key.key(), session.until());
    var all = Stream.concat(boxes(session.centre()), rows(session.centre()));
    return new Held(login, sorted(all));
  }

  /** A box alone knows codes, and is told one by 802.1X alone. */
  private Held held(Caller caller, CentreId centre, Reception.Badge badge) {
    var person = caller.standing().person().map(Pseudonym::value).orElseThrow();
    var login = new Login(person, badge.code(), badge.until());
    return new Held(
        login,
        sorted(boxes(centre).filter(one -> one.proof() == DeviceNetwork.Proof.NAME_AND_KEY)));
  }

  private List<DeviceNetwork> sorted(Stream<DeviceNetwork> networks) {
    return networks
        .distinct()
        .sorted(Comparator.comparing(DeviceNetwork::ssid))
        .map(network -> network.or(devices.chain()))
        .toList();
  }

  private Stream<DeviceNetwork> boxes(CentreId centre) {
    return snapshots.now().where(Box.class, "centreId", centre).stream()
        .filter(box -> box.state() == Box.State.ENROLLED)
        .flatMap(box -> box.plan().networks().stream())
        .map(SetupDesk::network);
  }

  private Stream<DeviceNetwork> rows(CentreId centre) {
    return snapshots.now().where(InstalledGateway.class, "centreId", centre).stream()
        .flatMap(row -> AirSettings.network(row).stream());
  }

  private static DeviceNetwork network(BoxPlan.Network said) {
    var proof =
        said.personalKeys() ? DeviceNetwork.Proof.PERSONAL_KEY : DeviceNetwork.Proof.NAME_AND_KEY;
    return new DeviceNetwork(said.ssid(), proof, AirSettings.boxes());
  }

  private static Network shown(DeviceNetwork network, Login login) {
    var proof = Proof.valueOf(network.proof().name());
    var files = new EnumMap<Format, String>(Format.class);
    if (proof == Proof.NAME_AND_KEY) {
      EnumSet.allOf(Format.class).forEach(f -> files.put(f, text(network, login, f)));
    }
    return new Network(network.ssid(), proof, network.scan(login), files);
  }

  private static String text(DeviceNetwork network, Login login, Format format) {
    return switch (format) {
      case APPLE -> network.apple(login);
      case EAP_CONFIG -> network.eapConfig(login);
      case WPA_SUPPLICANT -> network.supplicant(login);
    };
  }
}
