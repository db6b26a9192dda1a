package org.escale.core.eventlog;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.escale.access.GatewayId;
import org.escale.access.GrantId;
import org.escale.federation.CentreId;
import org.escale.spi.gateway.Attachment;
import org.escale.spi.gateway.GatewayEvent;
import org.escale.spi.store.Vault;

/** An event of a gateway of that centre; many of them as they stand in the log, encrypted. */
record Noted(CentreId centre, GatewayEvent event) {

  /** As they are written. */
  static byte[] sealed(CentreId centre, List<GatewayEvent> events, Vault vault) {
    var octets = new ByteArrayOutputStream(128 * (1 + events.size()));
    try (var out = new DataOutputStream(octets)) {
      out.writeUTF(centre.value());
      out.writeInt(events.size());
      for (var event : events) {
        write(out, event);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory takes everything", e);
    }
    var text = octets.toString(StandardCharsets.ISO_8859_1);
    return vault.seal(text).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void write(DataOutputStream out, GatewayEvent event) throws IOException {
    out.writeUTF(event.gateway().value());
    out.writeLong(event.sequence());
    out.writeUTF(event.kind().name());
    out.writeUTF(event.grant().value());
    var at = event.at();
    out.writeLong(at.getEpochSecond());
    out.writeInt(at.getNano());
    out.writeBoolean(event.attachment().isPresent());
    if (event.attachment().isPresent()) {
      var attachment = event.attachment().get();
      out.writeUTF(attachment.gateway().value());
      out.writeUTF(attachment.device());
      out.writeUTF(attachment.handle());
    }
  }

  /**
   * As they were written.
   *
   * @throws IllegalArgumentException if they were not written here
   */
  static List<Noted> open(byte[] written, Vault vault) {
    var text = vault.open(new String(written, StandardCharsets.ISO_8859_1));
    var octets = new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1));
    try (var in = new DataInputStream(octets)) {
      var centre = new CentreId(in.readUTF());
      int count = in.readInt();
      var events = new ArrayList<Noted>(count);
      for (int i = 0; i < count; i++) {
        events.add(new Noted(centre, read(in)));
      }
      return events;
    } catch (IOException e) {
      throw new IllegalArgumentException("no events", e);
    }
  }

  private static GatewayEvent read(DataInputStream in) throws IOException {
    return new GatewayEvent(
        new GatewayId(in.readUTF()),
        in.readLong(),
        GatewayEvent.Kind.valueOf(in.readUTF()),
        new GrantId(in.readUTF()),
        Instant.ofEpochSecond(in.readLong(), in.readInt()),
        in.readBoolean()
            ? Optional.of(new Attachment(new GatewayId(in.readUTF()), in.readUTF(), in.readUTF()))
            : Optional.empty());
  }
}
