package org.escale.soap.server;

import java.io.IOException;
import javax.servlet.ReadListener;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;

/** A request of whose body at most 5 MB can be read. */
final class LimitedRequest extends HttpServletRequestWrapper {
  static final int BODY = 5 * 1024 * 1024;

  LimitedRequest(HttpServletRequest request) {
    super(request);
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    return new Counting(super.getInputStream());
  }

  private static final class Counting extends ServletInputStream {
    private final ServletInputStream body;
    private long read;

    Counting(ServletInputStream body) {
      this.body = body;
    }

    @Override
    public int read() throws IOException {
      int one = body.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int some = body.read(buffer, offset, length);
      count(Math.max(0, some));
      return some;
    }

    private void count(int more) throws BodyTooLarge {
      read += more;
      if (read > BODY) {
        throw new BodyTooLarge();
      }
    }

    @Override
    public boolean isFinished() {
      return body.isFinished();
    }

    @Override
    public boolean isReady() {
      return body.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      body.setReadListener(listener);
    }
  }
}
