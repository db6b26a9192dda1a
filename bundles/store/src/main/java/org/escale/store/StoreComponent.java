package org.escale.store;

import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.escale.spi.store.Balances;
import org.escale.spi.store.Calendar;
import org.escale.spi.store.Journal;
import org.escale.spi.store.Outbox;
import org.escale.spi.store.Words;
import org.escale.store.sql.Database;
import org.escale.store.sql.ReadOnlyDerby;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.jdbc.DataSourceFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the store on the configured database and publishes its ports once it is open; until then it
 * tries again every second and says what is missing, once.
 */
@Component(
    service = {},
    immediate = true)
@Capability(
    namespace = "osgi.service",
    effective = "active",
    attribute =
        "objectClass:List<String>=\"org.escale.spi.store.Journal,org.escale.spi.store.Words,"
            + "org.escale.spi.store.Calendar,org.escale.spi.store.Outbox,"
            + "org.escale.spi.store.Balances\"")
public final class StoreComponent {
  private static final Logger LOG = LoggerFactory.getLogger(StoreComponent.class);
  private static final long PAUSE_MILLIS = 1000;
  private static final long PATIENCE_MILLIS = 15_000;

  private final BundleContext bundles;
  private final DataSource source;
  private final DataSourceFactory derby;
  private final Clock clock;
  private final List<ServiceRegistration<?>> published = new CopyOnWriteArrayList<>();
  private final Thread opening = new Thread(this::open, "escale-store-opening");
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile Optional<OpenStore> store = Optional.empty();

  /** Begins to open it. */
  @Activate
  public StoreComponent(
      BundleContext bundles,
      @Reference(target = "(osgi.jndi.service.name=escale)") DataSource source,
      @Reference(target = "(osgi.jdbc.driver.name=derby)") DataSourceFactory derby,
      @Reference Clock clock) {
    this.bundles = bundles;
    this.source = source;
    this.derby = derby;
    this.clock = clock;
    opening.setDaemon(true);
    opening.start();
  }

  /** Takes back the ports, writes what waits and gives the lease back. */
  @Deactivate
  public void close() throws InterruptedException {
    closing.countDown();
    opening.join(PATIENCE_MILLIS);
    published.forEach(ServiceRegistration::unregister);
    store.ifPresent(OpenStore::close);
  }

  private void open() {
    var complaint = "";
    while (closing.getCount() > 0) {
      try {
        var readOnly = new ReadOnlyDerby(Optional.of(derby.createDriver(new Properties())));
        var open = new OpenStore(new Database(source, readOnly), clock);
        store = Optional.of(open);
        publish(open);
        return;
      } catch (SQLException e) {
        if (!complaint.equals(e.getMessage())) {
          complaint = String.valueOf(e.getMessage());
          LOG.error("the store cannot be opened: {}", complaint);
        }
        pause();
      }
    }
  }

  private void publish(OpenStore open) {
    var none = FrameworkUtil.asDictionary(Map.<String, Object>of());
    var ports =
        Map.<Class<?>, Object>of(
            Journal.class, open.journal(),
            Words.class, open.words(),
            Calendar.class, open.calendar(),
            Outbox.class, open.outbox(),
            Balances.class, open.balances());
    ports.forEach(
        (port, service) -> published.add(bundles.registerService(port.getName(), service, none)));
  }

  private void pause() {
    try {
      if (closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.debug("closed before it was open");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closing.countDown();
    }
  }
}
