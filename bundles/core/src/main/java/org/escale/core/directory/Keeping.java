package org.escale.core.directory;

import java.util.Optional;
import org.escale.access.InstalledGateway;
import org.escale.core.boxes.Ceding;
import org.escale.core.centres.TruthModes;
import org.escale.core.sessions.GatewaySecrets;
import org.escale.core.sessions.GatewaySettings;
import org.escale.core.snapshot.Snapshot;
import org.escale.federation.Space;
import org.escale.refusal.Refusal;
import org.escale.word.Word;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is done with a word of the directory before it is kept. */
@Component(service = Keeping.class)
public final class Keeping {
  private final TruthModes modes;
  private final GatewaySecrets secrets;
  private final GatewaySettings settings;
  private final Ceding ceding;

  /** By these. */
  @Activate
  public Keeping(
      @Reference TruthModes modes,
      @Reference GatewaySecrets secrets,
      @Reference GatewaySettings settings,
      @Reference Ceding ceding) {
    this.modes = modes;
    this.secrets = secrets;
    this.settings = settings;
    this.ceding = ceding;
  }

  /**
   * Why it cannot be kept: nobody is there who keeps the promise of a space's truth mode, a desk
   * that somebody has would be ceded to a box, or a gateway's driver cannot work with its settings.
   */
  Optional<Refusal> refusal(Word word) {
    if (word instanceof InstalledGateway row) {
      return settings.refusal(row);
    }
    return word instanceof Space space
        ? ceding.refusal(space).or(() -> modes.refusal(space))
        : Optional.empty();
  }

  /** As it is kept: the secrets of a gateway encrypted. */
  @SuppressWarnings("unchecked") // a gateway stays a gateway
  <W extends Word> W kept(W word, Snapshot snapshot) {
    return word instanceof InstalledGateway row
        ? (W) secrets.sealed(row, snapshot.get(InstalledGateway.class, row.id()))
        : word;
  }
}
