-- Edits a site in Neovim with the language server: types a wrong name, sees the message, completes, renames, saves.
-- Started with nvim --headless -u NONE -S; STANDPOINT is the tool, SITE the folder of the site.
local site = vim.env.SITE
local march = site .. '/Content/reports/march.md'

local function fail(what)
  io.stderr:write('failed: ' .. what .. '\n')
  vim.cmd('cquit 1')
end

local function wait(what, done)
  if not vim.wait(60000, done, 20) then fail(what) end
end

local client = vim.lsp.start_client({
  name = 'standpoint', cmd = { vim.env.STANDPOINT, 'lsp' }, root_dir = site,
})
if not client then fail('the server does not start') end
vim.cmd('edit ' .. vim.fn.fnameescape(march))
vim.lsp.buf_attach_client(0, client)
wait('the server is attached', function() return vim.lsp.buf_get_clients(0)[client] ~= nil end)

-- A wrong name is reported where it stands.
local last = vim.api.nvim_buf_line_count(0)
vim.api.nvim_buf_set_lines(0, last, last, false, { '', 'See [[Tols]].' })
wait('a message about the wrong name', function()
  for _, one in ipairs(vim.diagnostic.get(0)) do
    if one.lnum == last + 1 and one.message:find('did you mean “Tolls”') then return true end
  end
end)

-- Completion after the brackets, by the function that Neovim gives to omnifunc.
vim.api.nvim_buf_set_lines(0, last + 1, last + 2, false, { 'See [[To' })
-- In normal mode, the cursor cannot stand behind the last character.
local place = { textDocument = vim.lsp.util.make_text_document_params(), position = { line = last + 1, character = 8 } }
local answers = vim.lsp.buf_request_sync(0, 'textDocument/completion', place, 60000)
local offered
for _, answer in pairs(answers or {}) do
  for _, item in ipairs(answer.result and answer.result.items or {}) do
    if item.label == 'Tolls' then offered = item end
  end
end
if not offered then fail('the right name is offered') end
vim.lsp.util.apply_text_edits({ offered.textEdit }, 0, 'utf-16')
local line = vim.api.nvim_buf_get_lines(0, last + 1, last + 2, false)[1]
if line ~= 'See [[Tolls]]' then fail('the name is completed: ' .. line) end
wait('no message any more', function() return #vim.diagnostic.get(0) == 0 end)

-- The issue gets another name in several files.
vim.api.nvim_win_set_cursor(0, { last + 2, 7 })
vim.lsp.buf.rename('Fees')
wait('the new name', function()
  return vim.api.nvim_buf_get_lines(0, last + 1, last + 2, false)[1] == 'See [[Fees]]'
end)
vim.cmd('wall')
vim.cmd('qall!')
