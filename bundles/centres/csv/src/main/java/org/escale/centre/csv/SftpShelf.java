package org.escale.centre.csv;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClient.Handle;
import org.apache.sshd.sftp.client.SftpClient.OpenMode;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHPosixRenameExtension;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.escale.spi.centre.CentreException;
import org.escale.spi.centre.CentreException.Trouble;

/** A folder behind SFTP. The connection is kept until it is cut. */
final class SftpShelf implements Shelf {
  private static final int PORTION = 30_000;

  private final String folder;
  private final SftpSession session;

  SftpShelf(SftpEntrance entrance, Duration deadline) {
    folder = entrance.folder();
    session = new SftpSession(entrance, deadline);
  }

  @Override
  public Optional<byte[]> read(String name) throws IOException, CentreException {
    var files = session.files();
    var path = folder + name;
    try (var handle = files.open(path, OpenMode.Read)) {
      var before = files.stat(handle);
      if (before.getSize() > LARGEST) {
        throw new CentreException(Trouble.FLOODED, "a file is larger than " + LARGEST + " bytes");
      }
      var content = content(files, handle, (int) before.getSize());
      var after = files.stat(handle);
      if (content.length != before.getSize()
          || after.getSize() != before.getSize()
          || !after.getModifyTime().equals(before.getModifyTime())) {
        throw new IOException("it is being written");
      }
      return Optional.of(content);
    } catch (SftpException no) {
      if (no.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) {
        return Optional.empty();
      }
      throw understood(no);
    }
  }

  @Override
  public void write(String name, byte[] content) throws IOException, CentreException {
    var files = session.files();
    var path = folder + name;
    var slash = path.lastIndexOf('/') + 1;
    var part = path.substring(0, slash) + "." + path.substring(slash) + ".part";
    try {
      try (var handle = files.open(part, OpenMode.Write, OpenMode.Create, OpenMode.Truncate)) {
        for (int from = 0; from < content.length; from += PORTION) {
          files.write(handle, from, content, from, Math.min(PORTION, content.length - from));
        }
      }
      var renaming = files.getExtension(OpenSSHPosixRenameExtension.class);
      if (renaming == null || !renaming.isSupported()) {
        throw new CentreException(
            Trouble.DENIED, "the server cannot put a file in the place of another at once");
      }
      renaming.posixRename(part, path);
    } catch (SftpException no) {
      throw understood(no);
    }
  }

  @Override
  public void remove(String name) throws IOException, CentreException {
    try {
      session.files().remove(folder + name);
    } catch (SftpException no) {
      if (no.getStatus() != SftpConstants.SSH_FX_NO_SUCH_FILE) {
        throw understood(no);
      }
    }
  }

  @Override
  public List<String> names() throws IOException, CentreException {
    knock();
    var names = new ArrayList<String>();
    for (var entry : session.files().readDir(folder + IN)) {
      if (names.size() < MOST) {
        names.add(entry.getFilename());
      }
    }
    return names;
  }

  @Override
  public void knock() throws IOException, CentreException {
    var files = session.files();
    try {
      if (files.stat(folder + IN).isDirectory() && files.stat(folder + OUT).isDirectory()) {
        return;
      }
    } catch (SftpException no) {
      throw understood(no);
    }
    throw new CentreException(Trouble.DENIED, "there is no folder in, or no folder out");
  }

  @Override
  public void cut() {
    session.cut();
  }

  @Override
  public void close() {
    session.close();
  }

  /** What is there, up to one byte more than expected. */
  private static byte[] content(SftpClient files, Handle handle, int size) throws IOException {
    var content = new byte[size + 1];
    int at = 0;
    int got = 0;
    while (at < content.length && got >= 0) {
      got = files.read(handle, at, content, at, Math.min(PORTION, content.length - at));
      at += Math.max(got, 0);
    }
    return Arrays.copyOf(content, at);
  }

  /** What the server refuses is final; what it could not do now may be tried again. */
  private static CentreException understood(SftpException no) throws IOException {
    return switch (no.getStatus()) {
      case SftpConstants.SSH_FX_NO_SUCH_FILE ->
          new CentreException(Trouble.DENIED, "there is no folder in, or no folder out");
      case SftpConstants.SSH_FX_PERMISSION_DENIED, SftpConstants.SSH_FX_WRITE_PROTECT ->
          new CentreException(Trouble.DENIED, "the server does not let us");
      default -> throw no;
    };
  }
}
