//! Files of the machine: opening, saving, dropping.
//!
//! Where the File System Access interface is present and not forbidden by policy, "Mở" and "Lưu" work on the real
//! file through a [`FileHandle`]; everywhere else a chosen file is read and a saved one is downloaded.

use gloo_utils::{body, document, window};
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, FileList, HtmlAnchorElement, Url};

/// The type of plan files, for pickers and downloads.
pub const JSON: &str = "application/json";
/// The type of Word documents.
pub const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/// The type of spreadsheets.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
/// The type of plain text.
pub const TEXT: &str = "text/plain;charset=utf-8";
/// The type of calendars.
pub const ICS: &str = "text/calendar;charset=utf-8";

/// A file that was read: its name, its bytes, and where to write it back if the browser allows that.
#[derive(Clone, Debug)]
pub struct OpenedFile {
    /// The name on disk, without folders.
    pub name: String,
    /// The content.
    pub bytes: Vec<u8>,
    /// The real file, where the browser hands it out.
    pub handle: Option<FileHandle>,
}

/// A real file on disk that may be written again without asking.
#[derive(Clone, Debug, PartialEq)]
pub struct FileHandle(JsValue);

/// Why a file was not read or written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// The person closed the picker: nothing to say.
    Cancelled,
    /// The browser has no such interface, or a policy forbids it: use the other way.
    Unavailable,
    /// The browser's own words.
    Failed(String),
}

/// Asks for a plan file with the browser's own picker.
pub async fn pick_real() -> Result<OpenedFile, FileError> {
    let handles: Array = call(&window(), "showOpenFilePicker", &[picker_options(None).into()]).await?.into();
    let handle = handles.get(0);
    let file: web_sys::File = call(&handle, "getFile", &[]).await?.into();
    Ok(OpenedFile { handle: Some(FileHandle(handle)), ..read(&file).await? })
}

/// Asks where to save, proposes `name`, and writes `bytes` there.
pub async fn save_real(name: &str, bytes: &[u8]) -> Result<FileHandle, FileError> {
    let options = picker_options(Some(name));
    let handle = FileHandle(call(&window(), "showSaveFilePicker", &[options.into()]).await?);
    handle.write(bytes).await?;
    Ok(handle)
}

impl FileHandle {
    /// Replaces the file's content. The browser writes beside it and swaps at the end: a failure leaves the old file.
    pub async fn write(&self, bytes: &[u8]) -> Result<(), FileError> {
        let stream = call(&self.0, "createWritable", &[]).await?;
        let data = Uint8Array::from(bytes);
        let written = call(&stream, "write", &[data.into()]).await;
        match written {
            Ok(_) => call(&stream, "close", &[]).await.map(|_| ()),
            Err(error) => {
                let _ = call(&stream, "abort", &[]).await;
                Err(error)
            }
        }
    }

    /// The file's name on disk.
    pub fn name(&self) -> String {
        Reflect::get(&self.0, &"name".into()).ok().and_then(|n| n.as_string()).unwrap_or_default()
    }
}

/// True where real files can be opened and written: Chromium, unless a policy forbids it.
///
/// A browser that a test drives has nobody to answer the picker: it takes the other way, as Firefox does.
pub fn has_real_files() -> bool {
    let driven =
        Reflect::get(&window().navigator(), &"webdriver".into()).is_ok_and(|value| value.is_truthy());
    !driven && Reflect::get(&window(), &"showSaveFilePicker".into()).is_ok_and(|f| f.is_function())
}

/// Reads a file that was chosen in an `<input>` or dropped on the page.
pub async fn read(file: &web_sys::File) -> Result<OpenedFile, FileError> {
    let blob = gloo_file::Blob::from(Blob::from(file.clone()));
    let bytes =
        gloo_file::futures::read_as_bytes(&blob).await.map_err(|e| FileError::Failed(e.to_string()))?;
    Ok(OpenedFile { name: file.name(), bytes, handle: None })
}

/// The files of a list, in its order.
pub fn list(files: Option<FileList>) -> Vec<web_sys::File> {
    let Some(files) = files else { return Vec::new() };
    (0..files.length()).filter_map(|at| files.get(at)).collect()
}

/// Hands `bytes` to the browser as a download called `name`.
pub fn download(name: &str, mime: &str, bytes: &[u8]) -> Result<(), FileError> {
    let failed = |error: JsValue| FileError::Failed(message(&error));
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options).map_err(failed)?;
    let url = Url::create_object_url_with_blob(&blob).map_err(failed)?;
    let anchor = document().create_element("a").map_err(failed)?.unchecked_into::<HtmlAnchorElement>();
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.set_hidden(true);
    body().append_child(&anchor).map_err(failed)?;
    anchor.click();
    anchor.remove();
    // The browser may begin to read the address only after this task: keep it for a minute.
    gloo_timers::callback::Timeout::new(60_000, move || drop(Url::revoke_object_url(&url))).forget();
    Ok(())
}

fn picker_options(suggested: Option<&str>) -> Object {
    let options = Object::new();
    let accept = Object::new();
    let set = |target: &Object, key: &str, value: &JsValue| {
        // Setting a property of a fresh plain object cannot be refused.
        let _ = Reflect::set(target, &key.into(), value);
    };
    set(&accept, JSON, &Array::of1(&".json".into()));
    let kind = Object::new();
    set(&kind, "description", &crate::strings::exchange::FILE_KIND.into());
    set(&kind, "accept", &accept);
    set(&options, "types", &Array::of1(&kind));
    if let Some(name) = suggested {
        set(&options, "suggestedName", &name.into());
    }
    options
}

async fn call(target: &JsValue, method: &str, arguments: &[JsValue]) -> Result<JsValue, FileError> {
    let function = Reflect::get(target, &method.into()).map_err(|_| FileError::Unavailable)?;
    let function: Function = function.dyn_into().map_err(|_| FileError::Unavailable)?;
    let promise = function.apply(target, &arguments.iter().collect::<Array>()).map_err(|e| kind(&e))?;
    JsFuture::from(Promise::resolve(&promise)).await.map_err(|e| kind(&e))
}

fn kind(error: &JsValue) -> FileError {
    let name = Reflect::get(error, &"name".into()).ok().and_then(|n| n.as_string()).unwrap_or_default();
    match name.as_str() {
        "AbortError" => FileError::Cancelled,
        "SecurityError" | "NotAllowedError" | "TypeError" => FileError::Unavailable,
        _ => FileError::Failed(message(error)),
    }
}

fn message(error: &JsValue) -> String {
    let text = Reflect::get(error, &"message".into()).ok().and_then(|m| m.as_string());
    text.unwrap_or_else(|| format!("{error:?}"))
}
