// Unpacks the program and starts it. Whatever goes wrong is said in Vietnamese, with what to do: never a blank page.
(function () {
  "use strict";
  var KEPT = "Dữ liệu đã lưu vẫn còn.";
  var failed = false;

  function paragraph(kind, text, name) {
    var element = document.createElement(kind);
    element.textContent = text;
    if (name) element.className = name;
    return element;
  }

  // Lays the message over the page: what the program drew stays below, but can no longer be trusted.
  function fail(what, remedy, error) {
    if (failed) return;
    failed = true;
    var box = document.createElement("main");
    box.className = "boot boot-over";
    box.setAttribute("role", "alert");
    box.appendChild(paragraph("h1", what));
    box.appendChild(paragraph("p", remedy));
    var again = paragraph("button", "Tải lại trang", "boot-again");
    again.addEventListener("click", function () { location.reload(); });
    box.appendChild(again);
    if (error) box.appendChild(paragraph("p", String(error), "boot-detail"));
    document.body.appendChild(box);
    document.documentElement.setAttribute("data-failed", "");
    again.focus();
    if (error && window.console) console.error(error);
  }

  function stopped(error) {
    // The program has said so itself, and offers what it holds in memory: nothing may lie over that.
    if (document.getElementById("da-dung")) {
      document.documentElement.setAttribute("data-failed", "");
      return;
    }
    fail("Trang gặp lỗi và đã dừng",
      KEPT + " Việc vừa làm dở có thể phải ghi lại. Tải lại trang để làm tiếp; nếu lỗi lặp lại, gửi dòng chữ nhỏ dưới đây cho người hỗ trợ.",
      error);
  }

  function cannotStart(error) {
    fail("Trang chưa mở được",
      KEPT + " Tải lại trang. Nếu vẫn vậy, tệp cchc.html có thể bị thiếu khi chép: chép lại tệp, hoặc mở bằng trình duyệt khác.",
      error);
  }

  // A trap of the program reaches the window as a RuntimeError: from there on its state is not to be trusted.
  function watch(error) {
    if (window.WebAssembly && error instanceof WebAssembly.RuntimeError) stopped(error);
  }
  window.addEventListener("error", function (event) { watch(event.error); });
  window.addEventListener("unhandledrejection", function (event) { watch(event.reason); });

  // Takes the text of an element out of the page.
  function take(id) {
    var element = document.getElementById(id);
    element.remove();
    return element.textContent;
  }

  function wasm(stream) {
    return new Response(stream, { headers: { "Content-Type": "application/wasm" } });
  }

  // The unpacker (cchc-unpack) is made ready while the browser still reads the program behind this script.
  function unpacker() {
    var bytes = Uint8Array.from(atob(take("unpacker")), function (sign) { return sign.charCodeAt(0); });
    var stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
    return WebAssembly.instantiateStreaming(wasm(stream));
  }

  // The program, unpacked piece by piece: the browser compiles one while the next is unpacked.
  function unpacked(text, unpacker) {
    function memory(at, length) { return new Uint8Array(unpacker.memory.buffer, at, length); }
    new TextEncoder().encodeInto(text, memory(unpacker.room(text.length), text.length));
    return new ReadableStream({
      pull: function (controller) {
        var length = unpacker.next();
        if (length < 0) throw new Error("cchc-unpack: damaged");
        if (length) controller.enqueue(memory(unpacker.piece(), length).slice());
        else controller.close();
      }
    });
  }

  var able = window.WebAssembly && window.DecompressionStream && window.Response;
  var ready = able && Promise.resolve().then(unpacker);

  // After the whole page is there: a page cut in half must say so instead of waiting for the rest.
  document.addEventListener("DOMContentLoaded", function () {
    if (!able) {
      fail("Trình duyệt này quá cũ",
        "Trang cần Chrome, Edge, Cốc Cốc từ bản 109, Firefox từ bản 115 hoặc Safari từ bản 16.4. " +
        "Mở lại tệp cchc.html bằng một trong các trình duyệt đó. " + KEPT);
      return;
    }
    ready.then(function (made) {
      return wasm_bindgen({ module_or_path: wasm(unpacked(take("wasm"), made.instance.exports)) });
    }).catch(cannotStart);
  });
})();
